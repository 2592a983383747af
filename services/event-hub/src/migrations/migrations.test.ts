import { describeMigrations } from '@jejaring/chassis/testing/migrations';
import { database } from '../database.js';

describeMigrations('event-hub', database);
