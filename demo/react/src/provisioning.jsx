import { useState } from "react";
import "rollcall/define";

const GROUPS = ["Sales EMEA", "Sales US", "Support"];

/// Stands for the server of the host.
const save = (settings) => new Promise((done) => setTimeout(done, 1500, settings));

/// A settings page. React 19 sets what the element has as properties, and listens by `on` and the event's name.
export function Provisioning() {
  // What is given once: the element has the settings from then on.
  const [settings] = useState({ source: "okta", company: { primaryDomain: "acme.com", defaultTimeZone: "America/New_York" } });
  const [theme, setTheme] = useState("auto");
  const [told, tell] = useState("");

  const onSave = (event) => {
    event.preventDefault();
    const saving = save(event.detail.settings);
    event.detail.waitUntil(saving);
    saving.then(({ assignments }) => tell(`Saved: ${assignments.length} assignments.`));
  };

  return (
    <main>
      <h1>Provisioning</h1>
      <label>
        Theme{" "}
        <select value={theme} onChange={({ target }) => setTheme(target.value)}>
          <option value="auto">As the system</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select>
      </label>
      <roll-call
        view="settings"
        theme={theme}
        settings={settings}
        groups={GROUPS}
        onrollcall-save={onSave}
        onrollcall-checked={({ detail }) => tell(`${detail.imported} arrive, ${detail.blocked} do not.`)}
      />
      <p role="status">{told}</p>
    </main>
  );
}
