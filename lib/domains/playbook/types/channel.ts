import type { ExclusiveStage } from "@/lib/domains/playbook/constants/exclusives";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import type { StepPolicy } from "@/lib/domains/playbook/types/steps";
import type { PlaybookSide } from "@/lib/domains/playbook/types/template";
import type { Day, Month } from "@/lib/platform/time";

export type ExclusiveRow = {
	readonly id: string;
	readonly brandId: string;
	readonly shopId: number;
	readonly shopName: string;
	readonly productId: string | null;
	readonly name: string;
	readonly stage: ExclusiveStage;
	readonly onSaleFrom: Day | null;
	/** The first day on which it was not on sale any more. */
	readonly onSaleTo: Day | null;
	readonly version: number;
	readonly movedByName: string | null;
	readonly movedAt: Date | null;
};

export type SoldExclusive = ExclusiveRow & { readonly netFen: bigint };

export type LiveSessionRow = {
	readonly shopName: string;
	readonly sessionId: string;
	readonly day: Day;
	readonly startedAt: Date;
	readonly endedAt: Date;
	/** What of it counts. */
	readonly minutes: number;
	readonly lengthMinutes: number;
	readonly paidFen: bigint;
	readonly revision: number;
};

/** What the page of a brand's own live sessions shows. */
export type LoadedLive = {
	readonly brand: BrandHead;
	readonly side: PlaybookSide;
	readonly month: Month;
	readonly thisMonth: Month;
	readonly sessions: readonly LiveSessionRow[];
	/** Null until the brand was judged. */
	readonly standing: { readonly day: Day; readonly days: number; readonly minutes: number } | null;
	readonly policy: StepPolicy;
	/** Null on a day before which nothing was sold. */
	readonly publicShares: readonly { readonly day: Day; readonly bps: number | null }[];
};

/** What the page of a brand's exclusive products shows. */
export type LoadedExclusives = {
	readonly brand: BrandHead;
	readonly side: PlaybookSide;
	readonly products: readonly SoldExclusive[];
	readonly shops: readonly { readonly id: number; readonly name: string }[];
	readonly today: Day;
	readonly policy: StepPolicy;
	/** Null until the brand was judged. */
	readonly standing: { readonly day: Day; readonly exclusiveFen: bigint; readonly productFen: bigint } | null;
	readonly mayMove: boolean;
};
