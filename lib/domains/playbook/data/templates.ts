import "server-only";
import type { TemplateItem } from "@/lib/domains/playbook/types/template";
import { db, type Tx } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors/errors";

export async function readTemplate(version: number, tx: Tx = db()): Promise<readonly TemplateItem[]> {
	const found = await tx.playbookTemplate.findUnique({ where: { version } });
	if (!found) throw new AppError("NOT_FOUND");
	return found.document as unknown as TemplateItem[];
}

/** The versions a brand's items are of, by number. */
export async function readTemplatesOf(brandId: string): Promise<Map<number, readonly TemplateItem[]>> {
	const { rows } = await pool().query<{ version: number; document: readonly TemplateItem[] }>(
		`SELECT version, document FROM playbook_templates
		  WHERE version IN (SELECT template_version FROM playbook_items WHERE brand_id = $1)`,
		[brandId],
	);
	return new Map(rows.map(({ version, document }) => [version, document]));
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
