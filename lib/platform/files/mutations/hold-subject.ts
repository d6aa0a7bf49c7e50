import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { fileGates } from "@/lib/platform/files/gates/registry";
import type { FileSubject } from "@/lib/platform/files/types";

/**
 * Holds the subject's row until the transaction ends: changes to its files come one after another, each seeing the one
 * before, and its state cannot change under them.
 */
export async function holdSubject(tx: Tx, { purpose, subjectId }: FileSubject): Promise<void> {
	await fileGates[purpose].hold(tx, subjectId);
}
