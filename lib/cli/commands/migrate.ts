import { z } from "zod";
import { authorMigration } from "@/lib/platform/db/migrate/author-migration";
import { detectDrift } from "@/lib/platform/db/migrate/detect-drift";
import { type MigrationStatus, migrationStatus } from "@/lib/platform/db/migrate/migration-status";
import { defineCommand } from "../define-command";
import type { Output, Result } from "../output";
import { prepareDatabase, withDatabaseAsItIs } from "../with-database";

export const registerMigrate = defineCommand({
	usage: "migrate",
	summary: "应用数据库迁移 · Apply the database migrations",
	declare: (command) =>
		command
			.option(
				"--status",
				"只显示哪些迁移尚未应用、结构有无偏差 · only show what is pending and what has drifted",
			)
			.option(
				"--create <name>",
				"根据 prisma/ 的模型编写一个新迁移 · write a new migration from the models in prisma/",
			),
	options: z.object({
		status: z.boolean().default(false),
		create: z
			.string()
			.regex(/^[a-z][a-z0-9_]*$/, "a-z 0-9 _")
			.optional(),
	}),
	run: ({ options, output }) => {
		if (options.create) return create(options.create);
		return options.status ? showStatus(output) : deploy(output);
	},
});

async function create(name: string): Promise<Result> {
	const file = await authorMigration(name);
	const text = file
		? `已写入 ${file}，请检查后提交。\nWrote ${file}; read it before you commit it.`
		: "模型与现有迁移一致，无需新迁移。\nThe models agree with the migrations; there is nothing to write.";
	return { data: { file: file ?? null }, text };
}

async function deploy(output: Output): Promise<Result> {
	const applied = await withDatabaseAsItIs("portal migrate", output, (url) => prepareDatabase(url, output));
	const text = applied.length > 0 ? applied.join("\n") : "数据库结构已是最新。\nThe database is up to date.";
	return { data: { applied }, text };
}

async function showStatus(output: Output): Promise<Result> {
	const { drift, ...status } = await withDatabaseAsItIs("portal migrate", output, async (url) => {
		const found = await migrationStatus(url);
		return { ...found, drift: isCurrent(found) ? await detectDrift(url) : "" };
	});
	const lines = [
		list("待应用 pending", status.pending),
		list("未完成 failed", status.failed),
		list("应用后被改动 edited", status.edited),
		list("本版不认识 unknown", status.unknown),
		drift && `偏差 drift\n${drift}`,
	].filter(Boolean);
	const text =
		lines.join("\n") ||
		"数据库结构已是最新，与模型一致。\nThe database is up to date and agrees with the models.";
	return { data: { ...status, drift }, text, failed: !isCurrent(status) || drift !== "" };
}

function list(title: string, names: string[]): string {
	return names.length > 0 ? `${title}\n  ${names.join("\n  ")}` : "";
}

function isCurrent(status: MigrationStatus): boolean {
	return Object.values(status).every((names) => names.length === 0);
}
