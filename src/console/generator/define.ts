import { define } from '../define-element.js';
import { EmbedGenerator } from './generator.js';

define('opus-embed-generator', EmbedGenerator);
