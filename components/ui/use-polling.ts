"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks again and again while something is under way; once it is over, the page around is read anew. */
export function usePolling(isActive: boolean, ask: () => Promise<void>, everyMs: number): void {
	const router = useRouter();
	useEffect(() => {
		if (!isActive) return;
		const timer = setInterval(ask, everyMs);
		return () => {
			clearInterval(timer);
			router.refresh();
		};
	}, [isActive, ask, everyMs, router]);
}
