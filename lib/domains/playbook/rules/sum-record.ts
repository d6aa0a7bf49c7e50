import type { ServiceRecord } from "@/lib/domains/playbook/types/service-record";

/** A partner's record over all its brands; rates are basis points, null where there is nothing to divide by. */
export function sumRecord(rows: readonly ServiceRecord[]) {
	const sum = (of: (row: ServiceRecord) => number) => rows.reduce((total, row) => total + of(row), 0);
	const [handedIn, accepted, sentBack] = [
		sum((row) => row.handedIn),
		sum((row) => row.accepted),
		sum((row) => row.sentBack),
	];
	const [done, onTime] = [sum((row) => row.done), sum((row) => row.onTime)];
	return {
		...{ handedIn, accepted, sentBack, waiting: sum((row) => row.waiting), done, onTime },
		closed: sum((row) => row.closed.length),
		/** Of the hand-ins that were answered, those accepted. */
		acceptedBps: shareOf(accepted, accepted + sentBack),
		onTimeBps: shareOf(onTime, done),
	};
}

export function shareOf(part: number, whole: number): number | null {
	return whole === 0 ? null : Math.floor((part * 10_000) / whole);
}
