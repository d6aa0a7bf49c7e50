"use client";

import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { ShownPart } from "@/lib/domains/certification/types/sittings";

export type PartProps = {
	part: ShownPart;
	name: string;
	chosen: readonly number[] | null;
	disabled: boolean;
	onChoose: (chosen: readonly number[]) => void;
};

/** Options as the browser's own radio buttons or boxes, a large target each, with the number that chooses it. */
export function PartChoice({ part, name, chosen, disabled, onChoose }: PartProps) {
	const t = useTranslations("sitting");
	const isMultiple = part.kind === "multiple";
	function toggle(option: number, isOn: boolean) {
		if (!isMultiple) return onChoose([option]);
		const others = (chosen ?? []).filter((one) => one !== option);
		onChoose(isOn ? [...others, option].sort((a, b) => a - b) : others);
	}
	return (
		<fieldset disabled={disabled} className="space-y-2">
			<legend className={cn("mb-2 text-ink text-sm", !part.prompt && "text-ink-faint")}>
				{part.prompt || t(isMultiple ? "question.chooseAll" : "question.chooseOne")}
				{part.prompt && isMultiple && <span className="text-ink-faint"> {t("question.chooseAll")}</span>}
			</legend>
			{part.options.map((option, at) => {
				const isChosen = chosen?.includes(at) ?? false;
				return (
					<label
						// biome-ignore lint/suspicious/noArrayIndexKey: the shown order of options is fixed
						key={at}
						className={cn(
							"flex cursor-pointer items-start gap-3 rounded-md border px-4 py-3 text-sm has-focus-visible:outline-2 has-focus-visible:outline-brand",
							isChosen ? "border-brand bg-brand-soft" : "hover:bg-sunken",
						)}
					>
						<input
							type={isMultiple ? "checkbox" : "radio"}
							name={name}
							checked={isChosen}
							onChange={(event) => toggle(at, event.target.checked)}
							className="mt-0.5 size-4 shrink-0 accent-brand"
						/>
						<span aria-hidden="true" className="figure text-ink-faint">
							{at + 1}
						</span>
						<span className="wrap-anywhere min-w-0">
							{part.kind === "boolean" ? t(`truths.${option === "true" ? "true" : "false"}`) : option}
						</span>
					</label>
				);
			})}
		</fieldset>
	);
}
