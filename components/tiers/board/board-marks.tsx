import { BarbShape, windTiers } from "@/components/ui/wind-barb";

/** Drawn once for the whole table; its rows refer to them by name. */
export function BoardMarks() {
	return (
		<svg aria-hidden="true" width="0" height="0" className="absolute">
			{windTiers.map((tier) => (
				<symbol key={tier} id={`barb-${tier}`} viewBox="0 0 48 48">
					<BarbShape tier={tier} />
				</symbol>
			))}
			<symbol id="rank-up" viewBox="0 0 24 24">
				<path d="M12 19V5M5 12l7-7 7 7" />
			</symbol>
			<symbol id="rank-down" viewBox="0 0 24 24">
				<path d="M12 5v14M19 12l-7 7-7-7" />
			</symbol>
			<symbol id="rank-same" viewBox="0 0 24 24">
				<path d="M5 12h14" />
			</symbol>
		</svg>
	);
}

/** A mark of the table's own, in the current colour. */
export function renderMark(name: `barb-${number}` | "rank-up" | "rank-down" | "rank-same") {
	return (
		<svg aria-hidden="true">
			<use href={`#${name}`} />
		</svg>
	);
}
