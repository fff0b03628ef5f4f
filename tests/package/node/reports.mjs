// A program: checks the files named on standard input, and writes a report, or the name of an error, for each.
import { openAsBlob } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { check } from "rollcall/core";

const answers = [];
for (const { file, settings } of JSON.parse(await text(process.stdin))) {
  const blob = await openAsBlob(file);
  const inputs = [{ name: path.basename(file) }];
  answers.push(
    await check(blob, settings, { inputs, profiles: true }).then(
      (report) => ({ report }),
      ({ name, message }) => ({ name, message }),
    ),
  );
}
process.stdout.write(JSON.stringify(answers));
