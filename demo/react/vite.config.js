export default {
  esbuild: { jsx: "automatic" },
  // The element finds its module and its worker beside itself.
  optimizeDeps: { exclude: ["rollcall"] },
};
