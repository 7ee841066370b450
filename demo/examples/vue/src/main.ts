import 'opus-booking/define/booking';
import 'opus-booking/define/booking-button';
import 'opus-booking/vue';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).mount('#app');
