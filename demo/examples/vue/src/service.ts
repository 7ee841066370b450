/** Root of the booking service; `VITE_SERVICE` names another than that of `npm start`. */
export const service: string =
  import.meta.env.VITE_SERVICE ?? 'http://opusdentalklinikken.localhost:4310';
