// A host's settings page: it gives what it knows, and takes what is saved.

import "../define.js";

const element = document.querySelector("roll-call");
const told = document.getElementById("told");

/// What a host would ask its server for.
const server = {
  settings: {
    source: "okta",
    company: { primaryDomain: "acme.com", otherDomains: ["acme.de"], defaultTimeZone: "America/New_York" },
    assignments: [{ name: "Sales EMEA", groups: ["Sales EMEA"], seats: ["gong"], dataCapture: { emails: true }, updates: "automatic" }],
  },
  groups: ["Sales EMEA", "Sales US", "Support"],
  members: "Name,Email\nZed Quill,zed.quill@acme.com\nUma Lin,uma.lin@acme.com\n",

  async save(settings) {
    await new Promise((done) => setTimeout(done, 1500));
    if (settings.assignments.length === 0) throw new Error("Acme needs one assignment at least.");
    this.settings = settings;
  },
};

element.settings = server.settings;
element.groups = server.groups;
element.members = new Blob([server.members], { type: "text/csv" });

element.addEventListener("rollcall-save", (event) => {
  // Without this the settings would be downloaded.
  event.preventDefault();
  const { settings, waitUntil } = event.detail;
  const saving = server.save(settings);
  // While it waits the element is busy, and says why in case it fails.
  waitUntil(saving);
  saving.then(
    () => (told.textContent = `Saved at ${new Date().toLocaleTimeString()}: ${settings.assignments.length} assignments.`),
    () => (told.textContent = "Not saved."),
  );
});

element.addEventListener("rollcall-checked", ({ detail: { imported, blocked } }) => {
  told.textContent = `Checked: ${imported} arrive, ${blocked} do not.`;
});

element.addEventListener("rollcall-error", ({ detail: { message } }) => (told.textContent = message));

document.getElementById("theme").addEventListener("change", ({ target }) => (element.theme = target.value));
