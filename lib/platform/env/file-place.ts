import "server-only";
import { readEnv } from "./env";
import { OperatorError } from "./operator-error";

/**
 * Where an S3-compatible file store is; null when files stay in the data folder.
 * @throws OperatorError where some of its settings are given and others are missing
 */
export function filePlace() {
	const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = readEnv();
	const given = { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY };
	if (Object.values(given).every((value) => value === undefined)) return null;
	if (S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
		return {
			endpoint: S3_ENDPOINT,
			bucket: S3_BUCKET,
			region: S3_REGION,
			accessKeyId: S3_ACCESS_KEY_ID,
			secretAccessKey: S3_SECRET_ACCESS_KEY,
		};
	}
	const missing = Object.entries(given).flatMap(([name, value]) => (value ? [] : [name]));
	throw new OperatorError(
		`文件存储的设置不完整，缺少 ${missing.join("、")}。`,
		`The settings of the file store are incomplete; missing: ${missing.join(", ")}.`,
	);
}
