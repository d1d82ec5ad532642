export const tag = 'reception-days';
