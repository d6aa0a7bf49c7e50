export type Line = {
	event: string;
	line: number;
	type: "sale" | "refund";
	day: string;
	shop: string;
	fen: number;
	channel: string;
};
export type Summary = {
	day: string;
	shop: string;
	channel: string;
	paidFen: number;
	refundedFen: number;
};
/** `to` is the first day that no longer counts; null while it stands. */
export type Binding = { shop: string; partner: string; track: string; from: string; to: string | null };

type Sums = { paid: bigint; refunded: bigint };
type Counts = { lines: number; accepted: number; duplicate: number; conflict: number; rejected: number };
type Fact = { day: string; shop: string } & Sums;

/** The books of domain.md §3.4 kept by hand, line by line and without any sum: what the portal's must agree with. */
export class Ledger {
	private readonly known = new Map<string, string>();
	private readonly facts: Fact[] = [];

	takeLines(source: string, lines: readonly Line[]): Counts {
		return this.take(
			lines,
			({ line, fen }) => line > 0 && fen > 0,
			({ event, line }) => `${source} ${event} ${line}`,
			({ day, shop, type, fen }) => ({
				day,
				shop,
				paid: type === "sale" ? BigInt(fen) : 0n,
				refunded: type === "refund" ? BigInt(fen) : 0n,
			}),
		);
	}

	takeSummaries(rows: readonly Summary[]): Counts {
		return this.take(
			rows,
			({ paidFen, refundedFen }) => paidFen >= 0 && refundedFen >= 0,
			({ day, shop, channel }) => `summary ${shop} ${day} ${channel}`,
			({ day, shop, paidFen, refundedFen }) => ({
				day,
				shop,
				paid: BigInt(paidFen),
				refunded: BigInt(refundedFen),
			}),
		);
	}

	/** Every day of every partner and of the platform, under the bindings given; sorted, without empty rows. */
	close(bindings: readonly Binding[]) {
		const partners = new Map<string, { partner: string; track: string; day: string } & Sums>();
		const platform = new Map<string, { day: string; freePaid: bigint; freeRefunded: bigint } & Sums>();
		for (const fact of this.facts) {
			const held = bindings.filter(
				({ shop, from, to }) => shop === fact.shop && from <= fact.day && (to === null || fact.day < to),
			);
			if (new Set(held.map(({ track }) => track)).size < held.length)
				throw new Error(`${fact.shop} has two partners in a track on ${fact.day}`);
			for (const { partner, track } of held) {
				const key = `${partner} ${track} ${fact.day}`;
				const row = partners.get(key) ?? { partner, track, day: fact.day, paid: 0n, refunded: 0n };
				partners.set(key, { ...row, paid: row.paid + fact.paid, refunded: row.refunded + fact.refunded });
			}
			const { day, paid, refunded } = fact;
			const row = platform.get(day) ?? { day, paid: 0n, refunded: 0n, freePaid: 0n, freeRefunded: 0n };
			const isFree = held.length === 0;
			platform.set(day, {
				day,
				paid: row.paid + paid,
				refunded: row.refunded + refunded,
				freePaid: row.freePaid + (isFree ? paid : 0n),
				freeRefunded: row.freeRefunded + (isFree ? refunded : 0n),
			});
		}
		const sorted = <Row extends Sums>(rows: Map<string, Row>) =>
			[...rows]
				.filter(([, { paid, refunded }]) => paid !== 0n || refunded !== 0n)
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([, row]) => row);
		return { partners: sorted(partners), platform: sorted(platform) };
	}

	/** The first line of a key counts; the same again is a duplicate, another under its key a conflict. */
	private take<Row>(
		rows: readonly Row[],
		isGood: (row: Row) => boolean,
		keyOf: (row: Row) => string,
		factOf: (row: Row) => Fact,
	): Counts {
		const counts = { lines: rows.length, accepted: 0, duplicate: 0, conflict: 0, rejected: 0 };
		for (const row of rows) {
			const known = this.known.get(keyOf(row));
			const content = JSON.stringify(row);
			if (!isGood(row)) counts.rejected += 1;
			else if (known === content) counts.duplicate += 1;
			else if (known !== undefined) counts.conflict += 1;
			else {
				counts.accepted += 1;
				this.known.set(keyOf(row), content);
				this.facts.push(factOf(row));
			}
		}
		return counts;
	}
}
