/** From the lowest up, in the order of the database's own type (domain.md §3.9). */
export const certificateLevels = ["junior", "intermediate", "senior"] as const;
export type CertificateLevel = (typeof certificateLevels)[number];
