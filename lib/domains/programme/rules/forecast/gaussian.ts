/** Small dense linear algebra on symmetric positive matrices, row by row in one array. */
export type Matrix = { readonly size: number; readonly values: Float64Array };

export function buildMatrix(size: number, at: (row: number, column: number) => number): Matrix {
	const values = new Float64Array(size * size);
	for (let row = 0; row < size; row++)
		for (let column = 0; column < size; column++) values[row * size + column] = at(row, column);
	return { size, values };
}

const cell = ({ size, values }: Matrix, row: number, column: number) => values[row * size + column] ?? 0;

/** The lower triangle L with L·Lᵀ = the matrix. A pivot lost to rounding counts as (next to) nothing. */
export function factorise(matrix: Matrix): Matrix {
	const { size } = matrix;
	const lower = { size, values: new Float64Array(size * size) };
	for (let row = 0; row < size; row++)
		for (let column = 0; column <= row; column++) {
			let sum = cell(matrix, row, column);
			for (let k = 0; k < column; k++) sum -= cell(lower, row, k) * cell(lower, column, k);
			lower.values[row * size + column] =
				row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / cell(lower, column, column);
		}
	return lower;
}

/** x with L·x = given. */
export function solveLower(lower: Matrix, given: Float64Array): Float64Array {
	const result = new Float64Array(lower.size);
	for (let row = 0; row < lower.size; row++) {
		let sum = given[row] ?? 0;
		for (let k = 0; k < row; k++) sum -= cell(lower, row, k) * (result[k] ?? 0);
		result[row] = sum / cell(lower, row, row);
	}
	return result;
}

/** L·x. */
export function multiplyLower(lower: Matrix, given: Float64Array): Float64Array {
	const result = new Float64Array(lower.size);
	for (let row = 0; row < lower.size; row++) {
		let sum = 0;
		for (let k = 0; k <= row; k++) sum += cell(lower, row, k) * (given[k] ?? 0);
		result[row] = sum;
	}
	return result;
}

export function dot(a: Float64Array, b: Float64Array): number {
	return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
