"use client";

import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { USCC_ALPHABET, USCC_LENGTH, type UsccCheck } from "@/lib/domains/admission/rules/uscc";

/** The parts of a code by GB 32100-2015, with their lengths. */
const parts = [
	{ name: "authority", length: 1 },
	{ name: "kind", length: 1 },
	{ name: "region", length: 6 },
	{ name: "organisation", length: 9 },
	{ name: "check", length: 1 },
] as const;

type CellState = "empty" | "good" | "bad" | "sealed";

function stateOf(check: UsccCheck, position: number): CellState {
	const character = [...check.uscc][position - 1];
	if (character === undefined) return "empty";
	if (!USCC_ALPHABET.includes(character)) return "bad";
	if (!check.ok && check.code === "CHECK" && position === USCC_LENGTH) return "bad";
	if (!check.ok && check.code === "ORG_CODE" && position === USCC_LENGTH - 1) return "bad";
	return check.ok ? "sealed" : "good";
}

const looks: Record<CellState, string> = {
	empty: "border-line-strong/40 border-dashed text-transparent",
	good: "border-line-strong/60 bg-sunken text-ink",
	bad: "border-danger bg-danger-soft font-semibold text-danger-ink",
	sealed: "border-success/50 bg-success-soft text-success-ink",
};

/** The code letter by letter under its five parts. Decoration of the input above, which says the same in words. */
export function UsccCells({ check }: { check: UsccCheck }) {
	const t = useTranslations("admission");
	const characters = [...check.uscc];
	return (
		<div aria-hidden="true" className="mt-2 flex gap-1 sm:gap-1.5">
			{parts.map((part, index) => {
				const start = parts.slice(0, index).reduce((sum, one) => sum + one.length, 0);
				return (
					<div key={part.name} className="min-w-0" style={{ flexGrow: part.length, flexBasis: 0 }}>
						<div className="flex gap-px sm:gap-0.5">
							{Array.from({ length: part.length }, (_, offset) => start + offset + 1).map((position) => (
								<span
									key={position}
									className={cn(
										"figure flex h-7 min-w-0 flex-1 items-center justify-center rounded-sm border font-mono text-xs transition-colors sm:h-8 sm:text-sm",
										looks[stateOf(check, position)],
									)}
								>
									{characters[position - 1] ?? "·"}
								</span>
							))}
						</div>
						<p className="mt-1 truncate text-center text-2xs text-ink-faint max-sm:hidden">
							{part.length > 1 || part.name === "check" ? t(`form.usccParts.${part.name}`) : ""}
						</p>
					</div>
				);
			})}
		</div>
	);
}
