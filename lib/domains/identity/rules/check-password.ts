import { passwordLength } from "../constants";

export const passwordProblems = [
	"PASSWORD_TOO_SHORT",
	"PASSWORD_TOO_LONG",
	"PASSWORD_TOO_SIMPLE",
	"PASSWORD_TOO_COMMON",
	"PASSWORD_IS_PERSONAL",
] as const;
export type PasswordProblem = (typeof passwordProblems)[number];

/** Beginnings that guessing programs try first, as they are typed in China and elsewhere. */
const commonStems = [
	"password",
	"passw0rd",
	"qwerty",
	"asdfgh",
	"zxcvbn",
	"1qaz2wsx",
	"woaini",
	"iloveyou",
	"welcome",
	"letmein",
	"admin",
	"administrator",
	"abc123",
	"abcd1234",
	"a123456",
	"aa123456",
	"123456",
	"12345678",
	"1234567890",
	"987654",
	"111111",
	"000000",
	"666666",
	"888888",
	"520131",
	"5201314",
	"147258",
	"159357",
	"kuaishou",
	"windmaker",
	"zaofengzhe",
];

/** A stem counts when little more than digits or signs was put around it. */
function isCommon(password: string): boolean {
	const core = password.toLowerCase().replace(/[^a-z0-9]/g, "");
	return commonStems.some((stem) => core.includes(stem) && core.length - stem.length < 6);
}

function countKinds(password: string): number {
	return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
}

/**
 * Whether a password is strong enough: 10–128 characters, at least six different ones, two kinds of characters
 * (or 16 characters of one kind), not a common one, and not the person's own name or address.
 * @param personal the e-mail's local part, the name: whatever of it has four characters or more may not occur
 */
export function checkPassword(password: string, personal: readonly string[] = []): PasswordProblem | null {
	const length = [...password].length;
	if (length < passwordLength.min) return "PASSWORD_TOO_SHORT";
	if (length > passwordLength.max) return "PASSWORD_TOO_LONG";
	if (new Set(password).size < 6 || (countKinds(password) < 2 && length < 16)) return "PASSWORD_TOO_SIMPLE";
	if (isCommon(password)) return "PASSWORD_TOO_COMMON";
	const lower = password.toLowerCase();
	const isPersonal = personal.some((word) => word.length >= 4 && lower.includes(word.toLowerCase()));
	return isPersonal ? "PASSWORD_IS_PERSONAL" : null;
}

/** 0 (refused) to 4 (long and varied), for the meter beside the field. */
export function ratePassword(password: string, personal: readonly string[] = []): 0 | 1 | 2 | 3 | 4 {
	if (checkPassword(password, personal)) return 0;
	const points = [password.length >= 12, password.length >= 16, countKinds(password) >= 3].filter(
		Boolean,
	).length;
	return (points + 1) as 1 | 2 | 3 | 4;
}

/** What of an account a password must not contain. */
export function personalWords(account: { email: string; name?: string }): string[] {
	return [account.email.split("@")[0] ?? "", account.name ?? ""];
}
