export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

export const navigationStates = ["open", "folded"] as const;
export type NavigationState = (typeof navigationStates)[number];

/** What a reader chose about the look of the portal, kept in cookies so that the server renders it at once. */
export type Preferences = { theme: Theme; density: Density; navigation: NavigationState };
