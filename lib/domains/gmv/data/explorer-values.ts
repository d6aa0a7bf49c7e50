import "server-only";
import type { DayRange } from "@/lib/platform/time";

/** Values of a statement in the order they are named. */
export class Values {
	readonly list: unknown[] = [];
	add(value: unknown): string {
		this.list.push(value);
		return `$${this.list.length}`;
	}
}

/** The days of a half-open range. */
export function within(column: string, range: DayRange, values: Values): string {
	return `${column} >= ${values.add(range.from)}::date AND ${column} < ${values.add(range.to)}::date`;
}
