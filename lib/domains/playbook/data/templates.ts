import "server-only";
import type { TemplateItem } from "@/lib/domains/playbook/types/template";
import { db, type Tx } from "@/lib/platform/db/client";
import { AppError } from "@/lib/platform/errors/errors";

export async function readTemplate(version: number, tx: Tx = db()): Promise<readonly TemplateItem[]> {
	const found = await tx.playbookTemplate.findUnique({ where: { version } });
	if (!found) throw new AppError("NOT_FOUND");
	return found.document as unknown as TemplateItem[];
}

/** The version new brands take. */
export async function readCurrentVersion(tx: Tx = db()): Promise<number> {
	const newest = await tx.playbookTemplate.findFirst({
		orderBy: { version: "desc" },
		select: { version: true },
	});
	if (!newest) throw new AppError("NOT_FOUND");
	return newest.version;
}
