import 'opus-booking/define/booking';
import 'opus-booking/define/booking-button';
import 'opus-booking/react';
import { useState } from 'react';
import { service } from './service.js';

const account = 'opusdentalklinikken';

/** The booking inside a page, and a button that opens it in a dialog. */
export function App() {
  const [step, setStep] = useState('');
  const [isBooked, setIsBooked] = useState(false);
  return (
    <main>
      <h1>Bestill time</h1>
      <opus-booking-button
        account={account}
        api={service}
        label="Bestill i et vindu"
        hide="logo"
        style={{ '--opus-accent': '#12362c' }}
        onopus-close={({ isBooked: has }) => setIsBooked(has)}
      />
      <p role="status">{isBooked ? 'Takk!' : step}</p>
      <opus-booking
        account={account}
        api={service}
        hide="logo welcome"
        onopus-step-change={(event) => setStep(event.step)}
        onopus-booked={() => setIsBooked(true)}
      />
    </main>
  );
}
