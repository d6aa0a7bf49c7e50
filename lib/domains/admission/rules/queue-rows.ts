import type { Involvement } from "@/lib/domains/admission/policy";
import type { QueueQuery, QueueScope, QueueTab } from "@/lib/domains/admission/rules/queue-query";
import type { QueueColumn } from "@/lib/domains/admission/rules/queue-view";
import type { ApplicationState, ReviewStage, TrackName, Viewer } from "@/lib/domains/admission/types";
import type { Day } from "@/lib/platform/time";
import type { WorkCalendar } from "@/lib/platform/time/working-days";

/** A row of the reviewers' queue. */
export type QueueRow = {
	readonly id: string;
	readonly number: string;
	readonly companyName: string;
	readonly uscc: string | null;
	readonly contactName: string | null;
	readonly contactPhone: string | null;
	readonly region: string | null;
	readonly primaryTrack: string | null;
	readonly state: ApplicationState;
	readonly reviewStage: ReviewStage;
	readonly version: number;
	readonly submittedAt: Date;
	readonly dueOn: Day | null;
	readonly decidedAt: Date | null;
	readonly assigneeId: string | null;
	readonly assigneeName: string | null;
	/** Machine checks that failed; null where none were made. */
	readonly failedChecks: number | null;
};

export type QueuePage = {
	readonly rows: readonly QueueRow[];
	readonly hasPrevious: boolean;
	readonly hasNext: boolean;
};

/** `isCapped`: there are more than `count`. */
export type QueueTotal = { readonly count: number; readonly isCapped: boolean };

export type ScopeCounts = Readonly<Record<QueueScope | "all", number>>;

export type ReviewerName = { readonly userId: string; readonly name: string; readonly held: number };

export type Queue = {
	readonly query: QueueQuery;
	readonly page: QueuePage;
	readonly total: QueueTotal;
	readonly tabCounts: Readonly<Record<QueueTab, number>>;
	/** Of the work in the tab; null where a tab holds none. */
	readonly scopeCounts: ScopeCounts | null;
	readonly involvements: ReadonlyMap<string, Involvement>;
	readonly tracks: readonly TrackName[];
	readonly reviewers: readonly ReviewerName[];
	readonly columns: readonly QueueColumn[];
	readonly calendar: WorkCalendar;
	readonly today: Day;
	readonly viewer: Viewer;
	readonly canReview: boolean;
	readonly canAssign: boolean;
};
