"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { formatDateTime } from "@/lib/platform/format";

const EVERY_MS = 60_000;
const LOST_AFTER_MS = 3 * EVERY_MS;

/** Refreshes the screen every minute, keeps it awake, and says when it has not been refreshed for too long. */
export function KeepFresh({ readAt, words }: { readAt: number; words: { refreshed: string; lost: string } }) {
	const router = useRouter();
	const [now, setNow] = useState(readAt);
	useEffect(() => {
		const timer = setInterval(() => {
			setNow(Date.now());
			router.refresh();
		}, EVERY_MS);
		return () => clearInterval(timer);
	}, [router]);
	useEffect(() => {
		// Not every browser has it, and none keeps it while the page is hidden: asked for anew when it is seen again.
		const stayAwake = () => {
			if (document.visibilityState === "visible")
				navigator.wakeLock?.request("screen").catch(() => undefined);
		};
		stayAwake();
		document.addEventListener("visibilitychange", stayAwake);
		return () => document.removeEventListener("visibilitychange", stayAwake);
	}, []);
	const isLost = now - readAt > LOST_AFTER_MS;
	const time = formatDateTime(new Date(readAt), "zh-CN").slice(-5);
	return (
		<span role="status" className={isLost ? "wall-notice" : undefined}>
			{(isLost ? words.lost : words.refreshed).replace("{time}", time)}
		</span>
	);
}
