import { createRoot } from "react-dom/client";
import { Provisioning } from "./provisioning.jsx";

createRoot(document.getElementById("app")).render(<Provisioning />);
