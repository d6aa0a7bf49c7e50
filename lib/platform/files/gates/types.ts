import type { Tx } from "@/lib/platform/db/client";
import type { Scope } from "@/lib/platform/session/scope";

/** What whoever asks may do with the files of a subject. */
export type FileStanding = {
	/** The tenant the files belong to, whoever uploads them. */
	readonly organisationId: string;
	/** Whether they may add and take away now. */
	readonly mayChange: boolean;
	/** Whether the other side has had a file of this age before it: then it is never deleted, only taken back. */
	readonly wasSeen: (createdAt: Date) => boolean;
	/** Whether files that were taken back are shown too. */
	readonly seesRemoved: boolean;
};

/** Who may do what with the files of one purpose. */
export type FileGate = {
	/** Holds the subject's row until the transaction ends, so that its state cannot change under an upload. */
	hold(tx: Tx, subjectId: string): Promise<unknown>;
	/** Null where the subject does not exist for them: foreign equals missing. */
	stand(scope: Scope, subjectId: string, client: Tx): Promise<FileStanding | null>;
};

export const never = () => false;
export const always = () => true;

/** Seen when it was handed over at or after the file came. */
export function seenAt(handedOverAt: Date | null): (createdAt: Date) => boolean {
	return (createdAt) => handedOverAt !== null && createdAt <= handedOverAt;
}
