import { SHANGHAI_OFFSET_MS } from "@/lib/platform/time";

/** A moment as the browser's control for date and time writes it, in Asia/Shanghai. */
export function toLocalMoment(at: Date | null): string {
	return at ? new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16) : "";
}
