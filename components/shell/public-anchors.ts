/** Sections of the landing page that the public navigation leads to; each is the section's id and its message key. */
export const publicAnchors = ["programme", "forces", "tiers", "steps", "trust", "apply"] as const;
