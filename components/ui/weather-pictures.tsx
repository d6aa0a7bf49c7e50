import type { ReactNode } from "react";

function Picture({ children }: { children: ReactNode }) {
	return (
		<svg
			aria-hidden="true"
			viewBox="0 0 96 64"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.75"
			strokeLinecap="round"
			className="h-16 w-24"
		>
			{children}
		</svg>
	);
}

/** Calm: on a weather chart, a station without wind is a circle within a circle. */
export function CalmPicture() {
	return (
		<Picture>
			<path d="M4 52c10-5 18-5 28 0s18 5 28 0 18-5 32-1" opacity=".3" />
			<path d="M12 60c9-4 15-4 23 0s15 4 23 0 15-4 26-1" opacity=".2" />
			<circle cx="48" cy="26" r="17" opacity=".45" />
			<circle cx="48" cy="26" r="8" fill="currentColor" stroke="none" />
		</Picture>
	);
}

/** A gust that tore the line: something failed. */
export function SquallPicture() {
	return (
		<Picture>
			<path d="M4 20c16-8 24-8 34-2M58 22c10 6 20 4 34-4" opacity=".4" />
			<path d="M4 44c14-6 24-6 32 0M60 42c10 5 20 4 32-3" opacity=".4" />
			<path d="m52 6-12 26h15L43 58" strokeWidth="2.5" strokeLinejoin="round" />
		</Picture>
	);
}

/** The wind goes round a closed harbour: this is not for the present role. */
export function HarbourPicture() {
	return (
		<Picture>
			<path d="M4 20c18 0 16-14 44-14s26 14 44 14M4 34c12 0 14-6 18-10M92 34c-12 0-14-6-18-10" opacity=".4" />
			<path d="M30 58V40a18 18 0 0 1 36 0v18Z" strokeWidth="2.25" strokeLinejoin="round" />
			<circle cx="48" cy="42" r="4" fill="currentColor" stroke="none" />
			<path d="M48 45v6" strokeWidth="2.5" />
		</Picture>
	);
}

/** A vane with no course: no such page. */
export function VanePicture() {
	return (
		<Picture>
			<path d="M48 60V22M36 60h24" strokeWidth="2.25" />
			<path d="M20 33 78 12M66 9l12 3-7 10M20 33l-8-5M27 30.5l-8-5M34 28l-8-5" strokeLinejoin="round" />
			<path d="M6 44c8-4 14-4 20 0M70 46c8-4 14-4 22-1" opacity=".35" />
			<circle cx="48" cy="23" r="3.5" fill="currentColor" stroke="none" />
		</Picture>
	);
}
