export const mockOffice = () => ({ name: 'mock-office' });
