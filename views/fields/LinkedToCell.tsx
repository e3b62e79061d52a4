export const LinkedToCell = () => null
