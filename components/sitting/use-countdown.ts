"use client";

import { useEffect, useState } from "react";
import type { OpenPaper } from "@/lib/domains/certification/types/sittings";

/** Whole seconds left by the server's clock: the device's own may be wrong or be set meanwhile. */
export function useCountdown(
	{ serverNow, deadlineAt }: Pick<OpenPaper, "serverNow" | "deadlineAt">,
	openedAtMs: number,
): number {
	const total = new Date(deadlineAt).getTime() - new Date(serverNow).getTime();
	const read = () => Math.max(0, Math.ceil((total - (performance.now() - openedAtMs)) / 1_000));
	const [left, setLeft] = useState(read);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what it reads is fixed for one opening of the paper
	useEffect(() => {
		const timer = setInterval(() => setLeft(read()), 500);
		return () => clearInterval(timer);
	}, [total, openedAtMs]);
	return left;
}

/** 1:05:09, 45:09. */
export function clockText(seconds: number): string {
	const two = (value: number) => String(value).padStart(2, "0");
	const hours = Math.floor(seconds / 3_600);
	const minutes = Math.floor((seconds % 3_600) / 60);
	return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Minutes at which the time left is told to those who hear the page. */
export const TOLD_AT = [30, 15, 5, 1] as const;

/** The last point passed, in minutes; null before the first. */
export function lastTold(seconds: number): number | null {
	return TOLD_AT.findLast((minutes) => seconds <= minutes * 60) ?? null;
}
