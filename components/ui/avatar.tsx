import { cn } from "./cn";

/** The last two characters of a Chinese name, the initials of a Latin one. */
export function pickInitials(name: string): string {
	const trimmed = name.trim();
	if (/\p{Script=Han}/u.test(trimmed))
		return [...trimmed]
			.filter((sign) => /\p{Script=Han}/u.test(sign))
			.slice(-2)
			.join("");
	const words = trimmed.split(/[\s._@-]+/).filter(Boolean);
	return words
		.slice(0, 2)
		.map((word) => word.charAt(0).toUpperCase())
		.join("");
}

/** Stands beside the written name, so it is not read aloud. */
export function Avatar({ name, size = "md" }: { name: string; size?: "sm" | "md" | "lg" }) {
	return (
		<span
			aria-hidden="true"
			className={cn(
				"inline-flex shrink-0 select-none items-center justify-center rounded-full bg-brand-soft font-medium text-brand-ink",
				size === "sm" && "size-6 text-2xs",
				size === "md" && "size-8 text-xs",
				size === "lg" && "size-11 text-sm",
			)}
		>
			{pickInitials(name)}
		</span>
	);
}
