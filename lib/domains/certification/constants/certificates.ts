/** From the lowest up, in the order of the database's own type (domain.md §3.9). */
export const certificateLevels = ["junior", "intermediate", "senior"] as const;
export type CertificateLevel = (typeof certificateLevels)[number];

export const certificateTabs = ["valid", "expiring", "ended"] as const;
export type CertificateTab = (typeof certificateTabs)[number];

/** A certificate that ends within so many days is shown as work to come. */
export const EXPIRING_DAYS = 90;
export const CERTIFICATES_PER_PAGE = 20;
