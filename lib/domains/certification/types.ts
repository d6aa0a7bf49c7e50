import type { CertificateLevel } from "@/lib/domains/certification/constants";

/** Certified heads of one partner, each counted once, at the highest level held. */
export type HeadCounts = Readonly<Record<CertificateLevel, number>>;
