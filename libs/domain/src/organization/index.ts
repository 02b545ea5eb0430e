export * from './appointment.js';
