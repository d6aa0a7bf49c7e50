import { OperatorError } from "@/lib/platform/env/operator-error";

/** One sentence for what the server programs said on their way out. `place` is the folder or log to look at. */
export function explainServerFailure(output: string, place: string): OperatorError {
	if (isDiskFull(output)) return diskFull(place);
	if (/Permission denied|Operation not permitted/i.test(output)) {
		return new OperatorError(
			`没有权限使用数据库目录 ${place}；请用创建它的用户启动，或检查目录权限。`,
			`No permission to use the database folder ${place}; start as the user who created it, or check its permissions.`,
		);
	}
	const reason = lastComplaint(output);
	return new OperatorError(
		`内置数据库未能运行：${reason}（详见 ${place}）。`,
		`The embedded database could not run: ${reason} (see ${place}).`,
	);
}

export function isDiskFull(output: string): boolean {
	return /No space left on device|Disk quota exceeded/i.test(output);
}

export function diskFull(place: string): OperatorError {
	return new OperatorError(
		`磁盘空间不足，无法写入 ${place}；请清理后重试。`,
		`The disk is full: ${place} cannot be written; free some space and try again.`,
	);
}

function lastComplaint(output: string): string {
	const lines = output.split("\n").filter((line) => /FATAL|PANIC|error:|could not/i.test(line));
	return (lines.at(-1) ?? output.trim().split("\n").at(-1) ?? "")
		.replace(/^.*?(FATAL|PANIC|error):\s*/i, "")
		.trim();
}
