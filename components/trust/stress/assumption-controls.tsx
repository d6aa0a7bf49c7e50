"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Slider } from "@/components/ui/slider";
import { stressControls } from "@/lib/domains/trust/constants/stress";
import type { StressAssumptions } from "@/lib/domains/trust/types/stress";

const groups = ["returns", "refunds", "counterfeits", "orders", "gain"] as const;
/** Shares show in percent, money in yuan, coefficients as multiples: all a hundred of what they are stored in. */
const scaleOf = (unit: (typeof stressControls)[number]["unit"]) => (unit === "count" ? 1 : 100);

type Props = { one: StressAssumptions; onChange: (next: StressAssumptions) => void };

/** Every assumption on its scale, with the number beside it. */
export function AssumptionControls({ one, onChange }: Props) {
	const t = useTranslations("trustrules");
	return (
		<div className="space-y-6">
			{groups.map((group) => (
				<fieldset key={group} className="space-y-3">
					<legend className="font-semibold text-ink text-sm">{t(`stress.group.${group}`)}</legend>
					{stressControls
						.filter((control) => control.group === group)
						.map((control) => (
							<Control key={control.code} control={control} one={one} onChange={onChange} />
						))}
					{group === "counterfeits" && (
						<Checkbox
							label={t("stress.food")}
							hint={t("stress.foodText")}
							checked={one.isFood}
							onCheckedChange={(checked) => onChange({ ...one, isFood: checked === true })}
						/>
					)}
				</fieldset>
			))}
		</div>
	);
}

function Control({ control, one, onChange }: Props & { control: (typeof stressControls)[number] }) {
	const t = useTranslations("trustrules");
	const { code, unit, min, max, step } = control;
	const scale = scaleOf(unit);
	const name = t(`stress.control.${code}`);
	const suffix = unit === "share" ? "%" : unit === "fen" ? t("suffix.fen") : "";
	const id = `stress-${code}`;
	return (
		<div>
			<label htmlFor={id} className="text-ink-soft text-xs">
				{suffix ? `${name} (${suffix})` : name}
			</label>
			<Slider
				id={id}
				aria-label={name}
				value={one[code] / scale}
				min={min / scale}
				max={max / scale}
				step={step / scale}
				inputClassName="w-28"
				onValueChange={(value) => onChange({ ...one, [code]: Math.round(value * scale) })}
			/>
		</div>
	);
}
