import { type UsedMapping, usedMappingSchema } from "@/lib/domains/gmv/schema/mapping";

/** A saved mapping as an upload or a batch keeps it, whatever becomes of the saved one. @throws ZodError */
export function toUsedMapping(saved: { name: string; version: number; definition: unknown }): UsedMapping {
	const { name, version, definition } = saved;
	return usedMappingSchema.parse({ name, version, definition });
}
