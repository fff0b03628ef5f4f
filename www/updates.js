// Has the page kept for times without a network, and tells of newer builds of it. Nothing is taken by itself.

/// `register` registers the service worker. The page listens with `listen`: its function is told `ready` when a newer
/// build waits, and `elsewhere` when another tab has taken one. `take` loads the newer build.
export function updates(register) {
  const workers = navigator.serviceWorker;
  let tell = () => {};
  let registration;
  let isControlled = Boolean(workers.controller);
  let isAsked = false;

  const look = () => {
    if (registration.waiting && registration.active) tell("ready");
  };

  // Whoever agreed to that was asked already. Listening comes before the page does, which would ask.
  let isLeaving = false;
  addEventListener("beforeunload", (event) => isLeaving && event.stopImmediatePropagation());
  const reload = () => {
    isLeaving = true;
    location.reload();
  };

  workers.addEventListener("controllerchange", () => {
    if (isAsked) reload();
    else if (isControlled) tell("elsewhere");
    // The first one is what keeps this very build.
    isControlled = true;
  });

  return {
    listen(told) {
      tell = told;
    },

    async keep() {
      registration = await register();
      registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
      registration.installing?.addEventListener("statechange", look);
      look();
    },

    take() {
      isAsked = true;
      if (registration?.waiting) registration.waiting.postMessage("take over");
      else reload();
    },
  };
}
