import { z } from "zod";
import { feedNames } from "@/lib/domains/gmv/constants";
import { formatDateTime } from "@/lib/platform/format";
import { defineCommand } from "../define-command";
import { withDatabase } from "../with-database";

export const registerMappings = defineCommand({
	usage: "mappings",
	summary:
		"列出已保存的列映射，供 import --mapping 使用 · List the saved column mappings, for import --mapping",
	options: z.object({}),
	run: ({ output }) =>
		withDatabase("portal mappings", output, async () => {
			const { listMappingsAsOperator } = await import("@/lib/domains/intake/data/mappings");
			const mappings = (await listMappingsAsOperator()).map(({ grain, isArchived: _, ...rest }) => ({
				...rest,
				grain: feedNames[grain],
			}));
			const lines = mappings.map(({ name, grain, version, updatedAt, updatedBy }) =>
				[
					grain.padEnd(13),
					`v${version}`.padEnd(4),
					formatDateTime(updatedAt, "zh-CN"),
					updatedBy ?? "–",
					JSON.stringify(name),
				].join("  "),
			);
			const none =
				"还没有保存的映射：在门户“数据导入”里上传文件并设置列。\nNo mapping is saved yet: send a file in the portal's imports and map its columns.";
			return { data: { mappings }, text: lines.join("\n") || none };
		}),
});
