// Bringing the module in.

/// Compiles the module at an address.
export async function compile(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url.pathname.split("/").pop()}: ${response.status} ${response.statusText}`);
  const type = response.headers.get("Content-Type")?.split(";")[0];
  // A host that sends another type is served all the same, only a little later.
  if (type === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/// The export of the sample company, at an address.
export async function sample(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(response.statusText);
  return response.blob();
}

/// Says inside `root` why there is nothing else, and how to try again.
export function failed(root, error, again) {
  const message = document.createElement("p");
  message.textContent = `Rollcall could not start: ${error.message}`;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Try again";
  button.addEventListener("click", again);
  const box = document.createElement("div");
  box.className = "boot";
  box.setAttribute("role", "alert");
  box.append(message, button);
  root.replaceChildren(box);
}
