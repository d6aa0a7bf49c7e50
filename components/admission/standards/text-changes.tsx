"use client";

import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { TextLine } from "@/lib/domains/admission/rules/agreement-form";

type Block = { key: string } & (TextLine | { status: "gap"; count: number });

/** What stayed the same is folded away, but for the headings above a change. */
function foldSame(lines: readonly TextLine[]): Block[] {
	const blocks: Block[] = [];
	for (const [index, line] of lines.entries()) {
		const last = blocks.at(-1);
		const key = `line-${index}`;
		if (line.status !== "same" || (line.isHeading && leadsToChange(lines, index)))
			blocks.push({ ...line, key });
		else if (line.isHeading) continue;
		else if (last?.status === "gap") last.count++;
		else blocks.push({ status: "gap", count: 1, key });
	}
	return blocks;
}

function leadsToChange(lines: readonly TextLine[], heading: number): boolean {
	const next = lines.findIndex(({ isHeading }, index) => index > heading && isHeading);
	return lines.slice(heading, next < 0 ? undefined : next).some(({ status }) => status !== "same");
}

/** Two texts paragraph by paragraph; what went and what came is marked by a word too, not by colour alone. */
export function TextChanges({ lines }: { lines: readonly TextLine[] }) {
	const t = useTranslations("standards");
	const tPolicies = useTranslations("policies");
	if (lines.every(({ status }) => status === "same")) {
		return <p className="text-ink-soft text-sm">{tPolicies("compare.same")}</p>;
	}
	return (
		<div className="space-y-1.5 text-sm">
			{foldSame(lines).map((block) =>
				block.status === "gap" ? (
					<p key={block.key} className="px-2 text-ink-faint text-xs">
						{t("compare.unchanged", { count: block.count })}
					</p>
				) : (
					<p
						key={block.key}
						className={cn(
							"wrap-anywhere rounded-sm px-2 py-1",
							block.isHeading && "pt-2 font-semibold",
							block.status === "added" && "bg-success-soft text-success-ink",
							block.status === "removed" && "bg-danger-soft text-danger-ink",
						)}
					>
						{block.status !== "same" && (
							<span className="mr-2 inline-block font-medium text-2xs">
								{t(block.status === "added" ? "compare.added" : "compare.removed")}
							</span>
						)}
						<span className={cn(block.status === "removed" && "line-through")}>{block.text}</span>
					</p>
				),
			)}
		</div>
	);
}
