import type { ItemMove } from "@/lib/domains/playbook/types/template";

/** `title` is for telling what became of it on a page that does not show the item. */
export type KeptTick = { key: string; itemId: string; version: number; move: ItemMove; title: string };

const place = (userId: string) => `playbook-ticks:${userId}`;

/** Presses that have not been answered yet, of this person on this device. */
export function readTicks(userId: string): KeptTick[] {
	try {
		return JSON.parse(localStorage.getItem(place(userId)) ?? "[]") as KeptTick[];
	} catch {
		return [];
	}
}

function writeTicks(userId: string, ticks: readonly KeptTick[]): void {
	try {
		if (ticks.length > 0) localStorage.setItem(place(userId), JSON.stringify(ticks));
		else localStorage.removeItem(place(userId));
	} catch {
		// A browser that keeps nothing still sends what it can.
	}
}

export function keepTick(userId: string, tick: KeptTick): void {
	writeTicks(userId, [...readTicks(userId).filter(({ key }) => key !== tick.key), tick]);
}

export function dropTick(userId: string, key: string): void {
	writeTicks(
		userId,
		readTicks(userId).filter((tick) => tick.key !== key),
	);
}
