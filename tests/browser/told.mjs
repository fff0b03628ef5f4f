// The command line, to hold the page's reports against its own.
import { execFile } from "node:child_process";

export function commandLine(...words) {
  return new Promise((resolve, reject) => {
    const options = { encoding: "buffer", maxBuffer: 1 << 28, timeout: 60_000 };
    execFile(process.env.ROLLCALL_CLI, words, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(error);
      else resolve({ code: error?.code ?? 0, stdout, stderr: stderr.toString() });
    });
  });
}

/// The report of a file that a person would drop, under what the page's tests say of the company.
export async function report(file) {
  const told = await commandLine(
    "check", file, "--format", "json", "--profiles", "--fail-on", "never",
    "--domain", "acme.com", "--default-time-zone", "America/New_York",
  );
  if (told.code !== 0) throw new Error(told.stderr);
  return told.stdout.toString();
}
